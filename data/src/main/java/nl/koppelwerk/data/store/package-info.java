/**
 * Keeps families, requests, volunteers and pairings in PostgreSQL, one class for each kind. Everything here runs inside an
 * {@link nl.koppelwerk.data.database.OrganisationScope}; the database shows that organisation's rows only.
 */
@NullMarked
package nl.koppelwerk.data.store;

import org.jspecify.annotations.NullMarked;
