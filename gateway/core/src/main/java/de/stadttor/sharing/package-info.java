/** Work that several callers share, so that what it costs is paid once. */
@NullMarked
package de.stadttor.sharing;

import org.jspecify.annotations.NullMarked;
