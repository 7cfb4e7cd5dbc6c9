/** What caseworkers' tools talk to. Contract: {@code openapi/desk.yaml}. */
@NullMarked
package de.stadttor.desk;

import org.jspecify.annotations.NullMarked;
