/** What was changed about families, requests and volunteers: written by the tables themselves, read here. */
@NullMarked
package nl.koppelwerk.data.history;

import org.jspecify.annotations.NullMarked;
