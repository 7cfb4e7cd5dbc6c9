/** The demo: data, personas with ready tokens, a status page. Only on a database of its own, only for this machine. */
@NullMarked
package de.stadttor.demo;

import org.jspecify.annotations.NullMarked;
