/** What is said of families nearby, and what is not. */
@NullMarked
package nl.koppelwerk.data.signup;

import org.jspecify.annotations.NullMarked;
