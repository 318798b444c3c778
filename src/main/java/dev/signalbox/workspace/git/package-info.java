/**
 * Private clones and merges through the git program. In a workspace, which an agent controls, git
 * is never run by Signalbox: see {@link dev.signalbox.workspace.git.WorkspaceView}.
 */
@NullMarked
package dev.signalbox.workspace.git;

import org.jspecify.annotations.NullMarked;
