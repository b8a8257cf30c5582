/** Tests of accounts, and of the beans that this module offers. */
@NullMarked
package nl.koppelwerk.data.account;

import org.jspecify.annotations.NullMarked;
