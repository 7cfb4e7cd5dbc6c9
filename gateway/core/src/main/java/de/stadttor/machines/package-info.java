/** Client systems that an administrator registered, which prove who they are by signature or certificate. */
@NullMarked
package de.stadttor.machines;

import org.jspecify.annotations.NullMarked;
