/**
 * What citizens come for and when: the catalogue of offices and services, and appointments from the hold of a place to
 * its end. Places are counted in {@code calendar}; here is who has them.
 */
@NullMarked
package de.stadttor.appointments;

import org.jspecify.annotations.NullMarked;
