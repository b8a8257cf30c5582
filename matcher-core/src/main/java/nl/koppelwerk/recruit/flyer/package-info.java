/** What a flyer may say of the families who wait somewhere, so that nobody can tell who they are. */
@NullMarked
package nl.koppelwerk.recruit.flyer;

import org.jspecify.annotations.NullMarked;
