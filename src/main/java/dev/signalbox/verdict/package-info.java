/** What may be done with two phases, by which rule and on what evidence (design section 3). */
@NullMarked
package dev.signalbox.verdict;

import org.jspecify.annotations.NullMarked;
