/**
 * What the public may follow: services in the sense of Open311 GeoReport v2, the requests made of them as far as
 * anybody may see them, what caseworkers release of them, and the keys of programs that hand in such requests.
 */
@NullMarked
package de.stadttor.civic;

import org.jspecify.annotations.NullMarked;
