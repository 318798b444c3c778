package dev.signalbox.config;

import dev.signalbox.plan.MergeMode;
import java.util.Optional;

/**
 * The services that a person uses: where issues live, and where branches become pull requests.
 *
 * @param tracker where the issues of plans live
 * @param linear empty where the person's configuration names no key
 * @param github empty where the person's configuration names no token
 * @param merge how finished work comes into the base
 */
public record Services(
    TrackerKind tracker,
    Optional<LinearAccess> linear,
    Optional<GitHubAccess> github,
    MergeMode merge) {
  /** No service: plan files hold the issues, and this machine merges. */
  public static final Services NONE =
      new Services(TrackerKind.PLAN_FILE, Optional.empty(), Optional.empty(), MergeMode.LOCAL);

  /**
   * How Linear is reached.
   *
   * @param team the key of the team that master issues are made in, such as {@code SHOP}
   * @param workspace its short name, within which keys such as {@code SHOP-1} have one meaning
   * @param api an address with https, or of this machine; without a slash at its end
   */
  public record LinearAccess(
      SecretSource key, Optional<String> team, String workspace, String api) {
    /** Of a person who has one only. */
    public static final String WORKSPACE_DEFAULT = "default";

    /** Where Linear answers everybody. */
    public static final String API_DEFAULT = "https://api.linear.app";
  }

  /**
   * How GitHub is reached.
   *
   * @param repository {@code owner/name}; empty for the one that the checkout came from
   * @param api an address with https, or of this machine; without a slash at its end
   * @param labels that show where an issue stands
   */
  public record GitHubAccess(
      Optional<String> repository, SecretSource token, String api, Labels labels) {
    /** Where GitHub answers everybody. */
    public static final String API_DEFAULT = "https://api.github.com";
  }

  /** Labels for what GitHub's issues have no state for. */
  public record Labels(String inProgress, String inReview) {
    public static final Labels DEFAULT = new Labels("in-progress", "in-review");
  }
}
