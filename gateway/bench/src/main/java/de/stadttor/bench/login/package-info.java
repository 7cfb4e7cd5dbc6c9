/** Complete logins: from the first click to the session. */
@NullMarked
package de.stadttor.bench.login;

import org.jspecify.annotations.NullMarked;
