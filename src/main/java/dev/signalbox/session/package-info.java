/** What a session is: its names, what its agent tells, what it is told. Pure. */
@NullMarked
package dev.signalbox.session;

import org.jspecify.annotations.NullMarked;
