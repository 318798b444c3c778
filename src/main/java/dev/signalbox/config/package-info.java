/** What a person may set: project shorts, shared infrastructure, hot and unmergeable files. */
@NullMarked
package dev.signalbox.config;

import org.jspecify.annotations.NullMarked;
