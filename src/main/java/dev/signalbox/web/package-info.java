/**
 * The dashboard: pages for a browser on this machine, served by the engine's own process
 * (docs/adr/0024-dashboard.md).
 */
@NullMarked
package dev.signalbox.web;

import org.jspecify.annotations.NullMarked;
