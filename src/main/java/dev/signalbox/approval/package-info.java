/** What only a person decides, bound to what was shown. Pure. */
@NullMarked
package dev.signalbox.approval;

import org.jspecify.annotations.NullMarked;
