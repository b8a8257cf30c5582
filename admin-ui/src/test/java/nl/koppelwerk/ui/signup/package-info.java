/** The public pages, and what becomes of who signs up on them. */
@NullMarked
package nl.koppelwerk.ui.signup;

import org.jspecify.annotations.NullMarked;
