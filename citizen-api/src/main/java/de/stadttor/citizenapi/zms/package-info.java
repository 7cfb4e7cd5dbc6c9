/**
 * The face for clients of ZMS, the appointment system of Berlin and Munich: its paths, shapes and error codes over our
 * booking. {@code authKey} is the manage secret; the one of an activation mail confirms, too. Contract:
 * {@code openapi/compat/zms.yaml}.
 */
@NullMarked
package de.stadttor.citizenapi.zms;

import org.jspecify.annotations.NullMarked;
