/** GitHub's forge, against a strict GitHub on this machine. */
@NullMarked
package dev.signalbox.forge.github;

import org.jspecify.annotations.NullMarked;
