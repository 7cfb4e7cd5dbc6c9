/**
 * Transcripts as recognizers write them, read into turns. WebVTT and SubRip are read by hand: what there is for them in
 * Java has not been kept for years, and both are lines with times.
 */
@NullMarked
package de.stadttor.channels.phone.transcript;

import org.jspecify.annotations.NullMarked;
