/** Pull requests on GitHub. */
@NullMarked
package dev.signalbox.forge.github;

import org.jspecify.annotations.NullMarked;
