@NullMarked
package de.stadttor.store.appointments;

import org.jspecify.annotations.NullMarked;
