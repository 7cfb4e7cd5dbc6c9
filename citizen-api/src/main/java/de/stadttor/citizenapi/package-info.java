/** What citizens' frontends talk to: REST and Server-Sent Events. Contract: {@code openapi/citizen.yaml}. */
@NullMarked
package de.stadttor.citizenapi;

import org.jspecify.annotations.NullMarked;
