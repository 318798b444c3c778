/** GitHub's interface as far as the adapters of several ports need the same of it. */
@NullMarked
package dev.signalbox.remote.http.github;

import org.jspecify.annotations.NullMarked;
