package dev.signalbox.prose;

import java.util.Locale;
import java.util.Set;

/** What the names of files look like. */
final class FileNames {
  private static final Set<String> EXTENSIONS =
      Set.of(
          ("adoc astro avif bash bat bats bicep bicepparam bzl c cast cc cfg cjs cmd conf cpp cs css csv"
                  + " cts cxx d.ts dart db eex ejs elm env erb erl ex example exs fish fs fsx gif go"
                  + " gql gradle graphql groovy h hbs hcl hpp hs htm html hurl ico ini ipynb java"
                  + " j2 jinja jinja2 jpeg jpg js json json5 jsonc jsonl jsx kt kts less lock lua m4a md"
                  + " mdc mdx mermaid mjs mk ml mo mod mp4 mts mustache nix patch pb pdf php pkl pl"
                  + " png po pot prisma properties proto ps1 psd1 psm1 pug py pyi pyx r rake rb rego"
                  + " rs rst sass sbt scala scss service sh snap sol sql sqlite styl sum svelte svg"
                  + " swift tape template tf tfvars tmpl toml tpl ts tsv tsx txt vue wasm webm webp"
                  + " woff2 xml xsd yaml yml zig zsh")
              .split(" "));

  /** Too short or too usual as the end of a word to make a file of a name without a folder. */
  private static final Set<String> ONLY_IN_FOLDERS =
      Set.of(
          "c", "h", "r", "d", "db", "env", "pl", "ml", "mo", "pb", "ex", "cc", "service",
          "example");

  private static final Set<String> NAMES =
      Set.of(
          "dockerfile",
          "containerfile",
          "makefile",
          "justfile",
          "procfile",
          "jenkinsfile",
          "vagrantfile",
          "gemfile",
          "rakefile",
          "license",
          "codeowners",
          ".gitignore",
          ".gitattributes",
          ".gitmodules",
          ".dockerignore",
          ".npmignore",
          ".npmrc",
          ".nvmrc",
          ".editorconfig",
          ".eslintrc",
          ".eslintignore",
          ".prettierrc",
          ".prettierignore",
          ".env",
          ".env.example",
          ".env.local",
          ".python-version",
          ".tool-versions",
          ".gitkeep",
          ".yamllint");

  private static final Set<String> PRODUCTS =
      Set.of(
          "node.js",
          "next.js",
          "vue.js",
          "nuxt.js",
          "express.js",
          "react.js",
          "three.js",
          "d3.js",
          "ember.js",
          "backbone.js",
          "chart.js",
          "alpine.js",
          "asp.net");

  private static final Set<String> AT_THE_ROOT =
      Set.of(
          "readme.md",
          "changelog.md",
          "contributing.md",
          "license",
          "claude.md",
          "agents.md",
          "gemini.md",
          "security.md",
          "package.json",
          "package-lock.json",
          "pnpm-lock.yaml",
          "yarn.lock",
          "bun.lock",
          "tsconfig.json",
          "go.mod",
          "go.sum",
          "cargo.toml",
          "cargo.lock",
          "pyproject.toml",
          "uv.lock",
          "requirements.txt",
          "pom.xml",
          "build.gradle",
          "makefile",
          "justfile",
          "dockerfile",
          ".gitignore",
          ".gitattributes",
          ".dockerignore",
          ".env");

  private FileNames() {}

  /** Whether the last segment of a path names a file. */
  static boolean isFile(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return NAMES.contains(lower) || EXTENSIONS.contains(extension(lower));
  }

  /** Whether a word without a folder names a file. */
  static boolean isBareFile(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (NAMES.contains(lower)) {
      // "Add a license" and "the makefile" are words; the file's name is capitalised or dotted.
      return lower.startsWith(".") || Character.isUpperCase(name.charAt(0));
    }
    String extension = extension(lower);
    return EXTENSIONS.contains(extension)
        && !ONLY_IN_FOLDERS.contains(extension)
        && !PRODUCTS.contains(lower);
  }

  /** Whether a file of this name, given without a folder, is meant to lie at the root. */
  static boolean isAtTheRoot(String name) {
    return AT_THE_ROOT.contains(name.toLowerCase(Locale.ROOT));
  }

  /** What follows the last dot; empty where nothing precedes it, as in {@code .md}. */
  private static String extension(String name) {
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(dot + 1) : "";
  }
}
