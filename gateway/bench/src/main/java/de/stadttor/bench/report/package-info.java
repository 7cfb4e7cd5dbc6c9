/** What a benchmark prints: tables for people, and a last line for machines. */
@NullMarked
package de.stadttor.bench.report;

import org.jspecify.annotations.NullMarked;
