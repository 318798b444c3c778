/** GitHub on this machine: strict about what is sent to it, and about what it answers itself. */
@NullMarked
package dev.signalbox.githubapi;

import org.jspecify.annotations.NullMarked;
