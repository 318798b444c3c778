/** The session registry and summaries that the plan file shows. A pure port; adapters lie below. */
@NullMarked
package dev.signalbox.registry;

import org.jspecify.annotations.NullMarked;
