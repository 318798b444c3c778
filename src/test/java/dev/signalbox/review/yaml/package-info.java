@NullMarked
package dev.signalbox.review.yaml;

import org.jspecify.annotations.NullMarked;
