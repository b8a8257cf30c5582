/**
 * Keeping families and volunteers on a page: finding, adding, changing, closing, pausing and merging them. Everything here
 * runs inside an {@link nl.koppelwerk.data.database.OrganisationScope}.
 */
@NullMarked
package nl.koppelwerk.data.person;

import org.jspecify.annotations.NullMarked;
