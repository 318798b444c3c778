/** Branch names: by the agent's convention, unique in the plan and always valid for git. */
@NullMarked
package dev.signalbox.branch;

import org.jspecify.annotations.NullMarked;
