/** What people say who sign up on the public pages, until a coordinator takes it over, and what is needed near them. */
@NullMarked
package nl.koppelwerk.data.signup;

import org.jspecify.annotations.NullMarked;
