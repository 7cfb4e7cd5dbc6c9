/**
 * Erases a ticket in MariaDB. The one store that reaches into the tables of others: what hangs on a ticket has to go in
 * one transaction, in an order that only shows when all of it stands together.
 */
@NullMarked
package de.stadttor.store.erasure;

import org.jspecify.annotations.NullMarked;
