/**
 * Reviews by several reviewers: findings, their matching, consensus, the decision record and what
 * people write into it (design section 8, mission section 3). Pure.
 */
@NullMarked
package dev.signalbox.review;

import org.jspecify.annotations.NullMarked;
