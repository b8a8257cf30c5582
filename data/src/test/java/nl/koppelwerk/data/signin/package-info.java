/** The stores of signing in, on a real database. */
@NullMarked
package nl.koppelwerk.data.signin;

import org.jspecify.annotations.NullMarked;
