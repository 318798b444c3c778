package dev.signalbox.forge;

/**
 * A pull request to be opened.
 *
 * @param branch of the repository itself, pushed before
 * @param base that it shall be merged into
 * @param title one line
 * @param body Markdown
 */
public record NewPullRequest(String branch, String base, String title, String body) {}
