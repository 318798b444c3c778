/** Tests of the caller of JSON services, and the time that other tests give it. */
@NullMarked
package dev.signalbox.remote.http;

import org.jspecify.annotations.NullMarked;
