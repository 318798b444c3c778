package dev.signalbox.web;

import io.javalin.http.Context;
import java.util.Map;

/** What browsers are told about every answer: nothing from elsewhere, nothing inline, no frames. */
final class PageHeaders {
  private static final Map<String, String> ALL =
      Map.of(
          "Content-Security-Policy",
              "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                  + " font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none';"
                  + " frame-ancestors 'none'; require-trusted-types-for 'script';"
                  + " trusted-types svelte-trusted-html",
          "X-Content-Type-Options", "nosniff",
          "Referrer-Policy", "no-referrer",
          "Cross-Origin-Opener-Policy", "same-origin",
          "Cross-Origin-Resource-Policy", "same-origin");

  private PageHeaders() {}

  static void add(Context answer) {
    ALL.forEach(answer::header);
  }
}
