/**
 * The contracts as tests: {@link de.stadttor.contract.ContractCheck} holds every exchange of a test client against
 * them, {@link de.stadttor.contract.ServedOperations} compares what is served with what is promised, and the lint keeps
 * the contracts themselves in order.
 */
@NullMarked
package de.stadttor.contract;

import org.jspecify.annotations.NullMarked;
