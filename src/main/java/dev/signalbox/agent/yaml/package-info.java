/** The agent catalogue's YAML file: the one that is shipped, or a person's own. */
@NullMarked
package dev.signalbox.agent.yaml;

import org.jspecify.annotations.NullMarked;
