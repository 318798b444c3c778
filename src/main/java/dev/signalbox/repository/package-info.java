/** What Signalbox asks of the repository that a plan is about. */
@NullMarked
package dev.signalbox.repository;

import org.jspecify.annotations.NullMarked;
