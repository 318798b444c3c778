/** The engine's control over HTTP on the loopback interface, both sides. */
@NullMarked
package dev.signalbox.control.http;

import org.jspecify.annotations.NullMarked;
