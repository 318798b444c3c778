/** Reads plans whose phases stand in tables: phase maps, dispatch tables and issue registries. */
@NullMarked
package dev.signalbox.plan.phasemap;

import org.jspecify.annotations.NullMarked;
