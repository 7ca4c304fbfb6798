//! What a control says: a value, and whether the hand is still on it.

use yew::Callback;

/// A value from a control.
#[derive(Clone, Debug, PartialEq)]
pub struct Edit<T> {
    /// The new value.
    pub value: T,
    /// False while dragging or typing, true once let go.
    pub done: bool,
}

impl<T> Edit<T> {
    /// While the hand is on it.
    pub const fn live(value: T) -> Self {
        Self { value, done: false }
    }

    /// Let go.
    pub const fn done(value: T) -> Self {
        Self { value, done: true }
    }

    /// The same edit of another value.
    pub fn map<U>(self, f: impl FnOnce(T) -> U) -> Edit<U> {
        Edit { value: f(self.value), done: self.done }
    }

    /// A callback for `T` that turns its value into the `U` that `sink` takes.
    pub fn feed<U: 'static>(sink: &Callback<Edit<U>>, f: impl Fn(T) -> U + 'static) -> Callback<Self>
    where
        T: 'static,
    {
        let sink = sink.clone();
        Callback::from(move |edit: Self| sink.emit(edit.map(&f)))
    }
}
