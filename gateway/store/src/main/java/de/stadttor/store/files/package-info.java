@NullMarked
@NamedInterface
package de.stadttor.store.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
