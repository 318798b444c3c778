/** Reads the configuration from YAML files. */
@NullMarked
package dev.signalbox.config.yaml;

import org.jspecify.annotations.NullMarked;
