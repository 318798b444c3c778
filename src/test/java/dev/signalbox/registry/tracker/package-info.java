/** Tests of the registry on master issues. */
@NullMarked
package dev.signalbox.registry.tracker;

import org.jspecify.annotations.NullMarked;
