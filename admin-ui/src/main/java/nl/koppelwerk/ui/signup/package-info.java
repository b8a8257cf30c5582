/** The public pages on which volunteers and families sign up. */
@NullMarked
package nl.koppelwerk.ui.signup;

import org.jspecify.annotations.NullMarked;
