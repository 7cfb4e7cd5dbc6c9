/**
 * Open311 GeoReport v2 (wiki.open311.org/GeoReport_v2): the same forms for programs that report what they see in a
 * city. Nothing personal ever leaves here. Contract: {@code openapi/compat/open311.yaml}.
 */
@NullMarked
package de.stadttor.channels.form.open311;

import org.jspecify.annotations.NullMarked;
