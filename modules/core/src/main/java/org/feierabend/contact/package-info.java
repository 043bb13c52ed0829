/** Who or what tries to reach a person, and through which door. */
package org.feierabend.contact;
