/**
 * Finds in what was said what nobody may keep, however it was spoken: digit by digit, in pairs, in words, across turns.
 * Check digits and number words come from libraries, patterns run in time that grows with the text and no faster.
 */
@NullMarked
package de.stadttor.channels.phone.masking;

import org.jspecify.annotations.NullMarked;
