/** Families with their children, and the support requests that wait for a volunteer. */
@NullMarked
package nl.koppelwerk.domain.family;

import org.jspecify.annotations.NullMarked;
